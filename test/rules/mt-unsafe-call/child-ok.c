// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The child of a fork has one thread, and an environment of its own.
#include <pthread.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static void *work(void *arg) {
  getenv("HOME");
  return arg;
}

static void become(const char *path) {
  setenv("PATH", path, 1);
  execl(path, path, (char *)0);
  _exit(127);
}

static int start(const char *path) {
  pid_t pid = fork();
  if (pid < 0)
    return -1;
  if (pid == 0) {
    unsetenv("HOME");
    become(path);
  }
  return 0;
}

int main(int argc, char **argv) {
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  start(argv[argc - 1]);
  switch (fork()) {
  case -1:
    return 1;
  case 0:
    putenv("A=b");
    _exit(0);
  default:
    break;
  }
  pthread_join(worker, 0);
}
