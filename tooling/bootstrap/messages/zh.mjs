/** @typedef {import("./en.mjs").WithLog} WithLog */

/** @param {string | undefined} log */
const seeLog = (log) => (log === undefined ? "" : `（npm 的输出：${log}）`);

/** @type {typeof import("./en.mjs").en} */
export const zh = {
  steps: {
    bringNode: ({ version }) => `正在下载 Node ${version} 到 .runtime/（约 55 MB）`,
    installDependencies: () => "正在安装依赖",
    waitForOther: ({ pid }) => `另一个进程（${pid}）正在准备此文件夹，等待其完成`,
    took: ({ seconds }) => ` ${seconds} 秒`,
  },
  failures: {
    "node-too-old": ({ version }) =>
      `满意需要 Node 20 或更新的版本，而这里是 Node ${version}：请安装较新的 Node 后重新运行。`,
    "npm-absent": () => "找到了 Node，但没有找到 npm：请安装 npm（Node 官方安装包自带）后重新运行。",
    "unsupported-platform": ({ platform }) =>
      `没有适用于 ${platform} 的 Node 24 可供下载：请自行安装 Node 24 后重新运行。`,
    "registry-unreachable": ({ reason, log }) =>
      `连不上软件包仓库（${reason}）：请检查网络以及 npm 的仓库与代理设置后重新运行${seeLog(log)}。`,
    "registry-refused": ({ reason, log }) =>
      `软件包仓库没有提供所需的包（${reason}）：请检查 npm 的仓库设置与登录后重新运行${seeLog(log)}。`,
    "damaged-download": ({ name, log }) =>
      `下载到的 ${name} 与发布的内容不一致：请重新运行，若再次出现请检查仓库或代理${seeLog(log)}。`,
    "disk-full": ({ path, log }) => `${path} 所在的磁盘已满：请腾出约 1 GB 空间后重新运行${seeLog(log)}。`,
    "no-right-to-write": ({ path, log }) =>
      `没有写入 ${path} 的权限：请以该文件夹所有者的身份运行，或将文件夹复制到自己的目录${seeLog(log)}。`,
    "lock-would-change": ({ differences }) =>
      `package-lock.json 与各 package.json 不一致（${differences}）：请让二者回到同一提交，或按 CONTRIBUTING.md 更新锁文件。`,
    "node-does-not-start": ({ path, reason }) =>
      `下载的 Node 无法在本机启动（${reason}）：请自行安装 Node 24，删除 ${path} 后重新运行。`,
    "npm-failed": ({ reason, log }) =>
      `npm 未能安装所需内容（${reason}）：请查看其输出，排除原因后重新运行${seeLog(log)}。`,
    interrupted: () => "准备工作被中断：重新运行同一命令即可继续。",
    "no-such-script": ({ script }) => `没有可运行的文件 ${script}：请指定本仓库中的脚本。`,
  },
};
