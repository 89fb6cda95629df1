#pragma once
#include <spawn.h>

// Of the GNU C library 2.34 and later; its header shows them only where _GNU_SOURCE is defined.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
