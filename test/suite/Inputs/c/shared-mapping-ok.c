// Parent and child count in one shared mapping, guarded by a process-shared mutex that lies in the mapping too.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct board {
  pthread_mutex_t lock;
  long count;
};

static void count_up(struct board *b) {
  for (int i = 0; i < 1000; i++) {
    pthread_mutex_lock(&b->lock);
    b->count++;
    pthread_mutex_unlock(&b->lock);
  }
}

int main(void) {
  struct board *b = mmap(NULL, sizeof *b, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (b == MAP_FAILED)
    return 1;
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&b->lock, &attr);
  pid_t child = fork();
  if (child == 0) {
    count_up(b);
    _exit(0);
  }
  count_up(b);
  if (child > 0)
    waitpid(child, NULL, 0);
  printf("%ld\n", b->count);
  return 0;
}
