/** What an element on somebody else's page says of the attributes that it was given. */
export const element = {
  corrected: (key: string, found: string, used: string) =>
    `${key}="${found}" cannot be shown, so here it is ${used}.`,
  leftAside: (key: string, found: string, known: string) =>
    `${key}="${found}" is left aside: ${key} may be ${known}.`,
  frozen: (reason: string) => `This could not come alive. The browser says: ${reason}`,
};
