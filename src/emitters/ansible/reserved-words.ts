import { IMAGE_BUILD } from "./task.ts";

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Keywords of plays, roles, blocks and tasks, of `ansible.vars.reserved`. */
const keywords = words(`
  action always any_errors_fatal args async become become_exe become_flags become_method become_user block changed_when
  check_mode collections connection debugger delay delegate_facts delegate_to diff environment fact_path failed_when
  force_handlers gather_facts gather_subset gather_timeout handlers hosts ignore_errors ignore_unreachable local_action
  loop loop_control max_fail_percentage module_defaults name no_log notify order poll port post_tasks pre_tasks register
  remote_user rescue retries roles run_once serial strategy tags tasks throttle timeout until vars vars_files vars_prompt
  when
`);

/** What Ansible sets, "Special Variables" of its manual, and what its templates know. */
const magic = words(`
  group_names groups hostvars inventory_dir inventory_file inventory_hostname inventory_hostname_short item omit
  play_hosts playbook_dir role_name role_names role_path lookup query now undef range dict lipsum cycler joiner namespace
`);

/** Keywords of Python and of Jinja, which are no names in an expression. */
const languages = words(`
  False None True false none true and as assert async await break class continue def del elif else except finally for
  from global if import in is lambda nonlocal not or pass raise return try while with yield
`);

/** What this emitter says to its own playbook, and what a pipeline hands in. */
const ours = [IMAGE_BUILD, "machine_packages", "machine_snaps", "build_branch", "build_commit", "build_tag"];

const taken: ReadonlySet<string> = new Set([...keywords, ...magic, ...languages, ...ours]);

export const isReserved = (name: string): boolean =>
  taken.has(name) || name.startsWith("ansible_") || name.startsWith("with_");
