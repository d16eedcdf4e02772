/** A worker in a process of its own that sends mails: to be killed in the middle. */
import { connect, workerConnections } from "../src/database/connect.ts";
import { startJobs } from "../src/jobs/start-jobs.ts";
import { sendMailJob } from "../src/mail/send-mail.ts";
import { jobGround, quickPace } from "./job-ground.ts";

const [, , databaseUrl = "", smtpUrl = ""] = process.argv;
const ground = jobGround(databaseUrl, { config: { smtp: { url: smtpUrl, from: "no-reply@example.cn" } } });
const database = connect(databaseUrl, { ...workerConnections, onConnectionLost: () => {} });
await startJobs(ground, "worker", [sendMailJob({ ...ground, database })], { pace: quickPace });
