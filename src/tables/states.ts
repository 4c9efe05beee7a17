export const TASK_STATUSES = ["todo", "doing", "done", "paused"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
/** What people say of a task beside the list: given up, or put off to a later time. What is said so is never late. */
export const UNLISTED_STATUSES = ["dropped", "postponed"] as const;
export type UnlistedStatus = (typeof UNLISTED_STATUSES)[number];

/** What a person can think of the result of a target in words. */
export const ASSESSMENTS = ["met", "notMet", "watched"] as const;
export type Assessment = (typeof ASSESSMENTS)[number];
