/** Words that stand in sentences beside live numbers. */
export const quantities = {};
