export const zh = {
  title: "组织",
  nameZh: "中文名称",
  nameEn: "英文名称",
  timeZone: "时区",
  timeZoneHint: "页面上的日期和时间、按天筛选都用这个时区。",
  save: "保存",
  saved: "已保存",
};

export type OrganisationMessages = typeof zh;
