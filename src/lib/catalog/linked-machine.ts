import type {Catalog, Machine} from "./catalog.js";

/**
 * The name of a device that came with a link, wherever a name is data. Its numbers are somebody
 * else's: the page that shows them keeps none of them.
 */
export const linkedMachineName = "Linked device";

/** Its key in an address: "?v=1&machine=Linked+device&device=IA1-…". */
export const linkedDeviceKey = "device";

/** Whether a machine came with the link. */
export const isLinkedMachine = (name: string): boolean => name === linkedMachineName;

/** The device that came with the link, where the catalog has it. */
export function linkedMachineIn({machines}: Pick<Catalog, "machines">): Machine | undefined {
  return machines.find(({name}) => isLinkedMachine(name));
}
