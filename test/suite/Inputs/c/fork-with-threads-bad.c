// The child of a program with threads locks a mutex and uses stdio after fork, though another thread may have held either at the fork.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t jobs_lock = PTHREAD_MUTEX_INITIALIZER;
static int jobs;

static void *queue_jobs(void *unused) {
  (void)unused;
  for (int i = 0; i < 1000; i++) {
    pthread_mutex_lock(&jobs_lock);
    jobs++;
    pthread_mutex_unlock(&jobs_lock);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, queue_jobs, NULL);
  pid_t child = fork(); // RACE
  if (child == 0) {
    alarm(1);
    pthread_mutex_lock(&jobs_lock); // RACE
    printf("child sees %d jobs\n", jobs); // RACE
    pthread_mutex_unlock(&jobs_lock); // RACE
    _exit(0);
  }
  int status = 0;
  if (child > 0)
    waitpid(child, &status, 0);
  pthread_join(t, NULL);
  printf("%d\n", jobs);
  return 0;
}
