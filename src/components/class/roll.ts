import {writeClassCode, type ClassDevice} from "../../lib/device/class-code.js";

/** A device of the class, and what it is called by on the page where it has no name. */
export interface Member {
  code: string;
  device: ClassDevice;
  /** In the order in which they came, from 1; it stays when others are taken out. */
  number: number;
}

/** The class: every device that was handed over, each once. */
export interface Roll {
  members(): readonly Member[];
  /** Takes devices in, and says how many of them were new. */
  add(devices: readonly ClassDevice[]): number;
  remove(code: string): void;
  clear(): void;
  /** Calls `changed` after every change. */
  watch(changed: () => void): void;
}

/** More are not taken: a class is no flood. */
export const mostMembers = 500;

export function createRoll(): Roll {
  const watchers: (() => void)[] = [];
  let members: Member[] = [];
  let last = 0;
  const change = (next: Member[]): void => {
    members = next;
    for (const changed of watchers) changed();
  };
  return {
    members: () => members,
    add(devices) {
      const next = [...members];
      let added = 0;
      for (const device of devices) {
        const known = next.findIndex((member) => isSame(member.device, device));
        const code = writeClassCode(device);
        if (known === -1 && next.length < mostMembers) {
          next.push({code, device, number: ++last});
          added++;
        } else if (known !== -1 && device.nickname !== undefined) {
          next[known] = {...next[known]!, code, device}; // the name has come later
        }
      }
      change(next);
      return added;
    },
    remove: (code) => change(members.filter((member) => member.code !== code)),
    clear() {
      last = 0;
      change([]);
    },
    watch: (changed) => void watchers.push(changed),
  };
}

/** The same device, whatever name it came with: no two are equal in all that was measured. */
function isSame(a: ClassDevice, b: ClassDevice): boolean {
  return writeClassCode({...a, nickname: ""}) === writeClassCode({...b, nickname: ""});
}
