/** What the name of a column says of its use. */
import type { ColumnUse } from "./study-mapping.ts";

/** Tried in this order; the content decides whether the hint holds. */
const hints: readonly (readonly [ColumnUse, RegExp])[] = [
  // Who somebody is: kept with the answers, out of every analysis.
  [
    "ignore",
    /(姓名|手机|电话|邮箱|身份证|住址|微信|昵称|来自IP|来源详情|e-?mail|phone|mobile|^ip\b|ip address|ipaddr|full ?name|first ?name|last ?name|surname|refurl|^seed$|last ?page|start ?language)/i,
  ],
  [
    "key",
    /^(id|uuid|编号|序号|答卷编号|答卷序号|样本编号|问卷编号|客户编号|受访者编号|response.?id|respondent.?(id)?|case.?id|record.?id|customer.?id|user.?id|sample.?id|token)$/i,
  ],
  ["weight", /(^|_|\b|样本|最终|设计)(weight|wt|wgt|weights?|权重|权数|加权系数)(_|\b|$)|权重$/i],
  ["frequency", /^(freq|frequency|count|频数|频次|人数|户数)$/i],
  ["date", /(日期|时间$|date|timestamp|submitted|submitdate)/i],
  ["importance", /(重要(性|程度|度)|importan)/i],
  ["nps", /(\bnps\b|推荐|recommend|refer (a|to))/i],
  ["ces", /(费力|轻松程度|容易程度|便捷程度|\bces\b|effort|how easy)/i],
  [
    "repurchase",
    /(复购|续约|续费|再次(购买|选择|光顾|使用|消费)|继续(使用|合作|选择|购买)|repurchase|renew|buy again|use again|purchase again|come back)/i,
  ],
  ["overall", /(总体|整体|总的来说|综合满意|overall|总满意度|\bosat\b|\bcsat\b)/i],
  [
    "wave",
    /(^|[_\s])(wave|quarter|month|period|round|year)([_\s\d]|$)|期次|调查期|季度|月份|批次|轮次|年度|年份|^期$|^第几期/i,
  ],
  [
    "unit",
    /(大区|区域|地区|片区|省份?$|城市|门店|网点|分公司|分店|分行|支行|营业厅|部门|事业部|客户经理|店铺|branch|store|region|city|department|office|outlet|province|district|agency)/i,
  ],
  [
    "segment",
    /(性别|年龄|学历|教育|职业|收入|行业|婚姻|会员|客户(类型|类别|等级|分层)|企业规模|规模|渠道|gender|\bsex\b|\bage\b|agegroup|education|income|occupation|industry|segment|tier|customer type|channel|tenure)/i,
  ],
  [
    "text",
    /(意见|建议|备注|所用时间|时长|原因|理由|说明|开放|comment|suggest|feedback|reason|why|remark|verbatim|open.?end)/i,
  ],
  ["number", /(时长|用时|所用时间|总分|得分合计|duration|seconds|interviewtime|total score)/i],
  ["item", /(满意|评价|评分|打分|评级|satisf|rating|\brate\b|score)/i],
];

/** @returns the uses that the name speaks for, the strongest first */
export function usesHinted(name: string): readonly ColumnUse[] {
  const plain = name.normalize("NFKC");
  return hints.filter(([, form]) => form.test(plain)).map(([use]) => use);
}
