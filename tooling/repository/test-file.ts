/** What a test file's path looks like: the tests themselves, and what only tests import. */
export const testFilePattern = "(\\.test\\.tsx?$|test-support/)";

const TEST_FILE = new RegExp(testFilePattern);

/** Whether a file serves tests only. */
export const isTestFile = (path: string): boolean => TEST_FILE.test(path);
