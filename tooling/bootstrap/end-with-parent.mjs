/**
 * Loaded into npm before npm itself: npm ends when the bootstrap that started it is gone, however that came about. Otherwise a
 * killed start would leave an npm behind that goes on writing while the next start installs.
 */
import process from "node:process";

process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();
