// Parent and child count in one shared mapping, but after the fork each has a mutex of its own.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct board {
  long count;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; // RACE

static void count_up(struct board *b) {
  for (int i = 0; i < 1000; i++) {
    pthread_mutex_lock(&lock); // RACE
    b->count++; // RACE
    pthread_mutex_unlock(&lock);
  }
}

int main(void) {
  struct board *b = mmap(NULL, sizeof *b, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (b == MAP_FAILED)
    return 1;
  pid_t child = fork(); // RACE
  if (child == 0) {
    count_up(b); // RACE
    _exit(0);
  }
  count_up(b); // RACE
  if (child > 0)
    waitpid(child, NULL, 0);
  printf("%ld\n", b->count);
  return 0;
}
