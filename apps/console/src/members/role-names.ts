import type { Role } from "@manyi/contract/rights/role";

/** Roles as people say them. */
export const roleNames: Readonly<Record<"zh" | "en", Readonly<Record<Role, string>>>> = {
  zh: {
    administrator: "管理员",
    manager: "项目经理",
    designer: "问卷设计",
    analyst: "分析员",
    interviewer: "访问员",
    "case-handler": "客户问题处理人",
    "department-head": "部门负责人",
    approver: "审批人",
    reader: "读者",
    supervisor: "督查",
    contractor: "受托方",
  },
  en: {
    administrator: "Administrator",
    manager: "Manager",
    designer: "Designer",
    analyst: "Analyst",
    interviewer: "Interviewer",
    "case-handler": "Case handler",
    "department-head": "Department head",
    approver: "Approver",
    reader: "Reader",
    supervisor: "Supervisor",
    contractor: "Contractor",
  },
};
