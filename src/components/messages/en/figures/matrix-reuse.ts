export const matrixReuse = {
  title: (batch: number, count: string, readers: string) =>
    batch === 1
      ? `With ${readers} each weight is read once and used once.`
      : `With ${readers} each weight is read once and used ${count} times.`,
  operationCount: (count: number, digits: string) =>
    count === 1 ? "one operation" : `${digits} operations`,
  waiting: (machine: string, operations: string, ridge: string, readers: string) =>
    `Each byte that arrives brings ${operations}. ${machine} could do ${ridge} in that time, so the bars meet at ${readers} readers.`,
  busy: (machine: string, operations: string, ridge: string, readers: string) =>
    `Each byte that arrives brings ${operations}. ${machine} can do only ${ridge} in that time: the bars met at ${readers} readers.`,
  weights: "weights",
  results: (batch: number, count: string) => (batch === 1 ? "one result" : `${count} results`),
  shape: (rows: string, columns: string) => `${rows} × ${columns}`,
  arrive: (bytes: string, time: string) => `${bytes} arrive once: ${time}`,
  operations: (operations: string, time: string) => `${operations} operations: ${time}`,
  each: (operations: string) => `${operations} for each byte`,
  eachShort: (intensity: string) => `${intensity} a byte`,
  even: (ridge: string) => `equally long at ${ridge} operations a byte`,
  evenLabel: (ridge: string) =>
    `Where a byte brings ${ridge} operations, arriving and computing take equally long`,
  weightsLabel: (model: string, rows: string, columns: string, bytes: string) =>
    `One matrix of ${model}: ${rows} rows of ${columns} weights, ${bytes}`,
  readersLabel: (batch: number, count: string, columns: string) =>
    batch === 1
      ? `The reader’s column of ${columns} numbers: each weight meets one of them`
      : `A column of ${columns} numbers for each reader: each weight meets ${count} of them`,
  resultsLabel: (batch: number, count: string, rows: string) =>
    batch === 1
      ? `A column of ${rows} results: each weight has a part in one of them`
      : `A column of ${rows} results for each reader: each weight has a part in ${count} of them`,
  columns: [
    "model",
    "machine",
    "rows",
    "columns",
    "readers at once",
    "bytes that arrive",
    "operations",
    "operations per byte",
    "ridge point",
    "memory, seconds",
    "compute, seconds",
  ],
};
