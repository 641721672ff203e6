/** How `etcdctl` is spoken to, which has another language for each of etcd's interfaces. */
export interface EtcdClient {
  readonly api: 2 | 3;
  /** The unit of etcd on the machine. */
  readonly unit: string;
  /** A command of the shell that reads keys and values from its input, each ended by a zero byte, and lets them live for so many seconds. */
  readonly set: (timeToLive: number) => string;
  /** Arguments that remove all that stands below a key. */
  readonly remove: readonly string[];
  /** A command of the shell that lists the keys below one. */
  readonly list: (key: string) => string;
  /** A command of the shell that prints a value, for the key that is the word. */
  readonly get: (word: string) => string;
}

const second: EtcdClient = {
  api: 2,
  unit: "etcd2.service",
  set: (timeToLive) => `xargs -0 -n 2 etcdctl set --ttl ${timeToLive} > /dev/null`,
  remove: ["rm", "--recursive"],
  list: (key) => `etcdctl ls --recursive ${key}`,
  get: (word) => `etcdctl get ${word}`,
};

/** There what lives for a while hangs on a lease. */
const third: EtcdClient = {
  api: 3,
  unit: "etcd-member.service",
  set: (timeToLive) =>
    `xargs -0 -n 2 etcdctl put --lease "$(etcdctl lease grant ${timeToLive} | cut -d ' ' -f 2)" > /dev/null`,
  remove: ["del", "--prefix"],
  list: (key) => `etcdctl get --prefix --keys-only ${key}`,
  get: (word) => `etcdctl get --print-value-only ${word}`,
};

export const etcdClient = (api: 2 | 3): EtcdClient => (api === 3 ? third : second);
