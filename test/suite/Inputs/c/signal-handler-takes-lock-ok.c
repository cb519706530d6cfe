// The dedicated thread receives the signal with sigwait, so that it may take the lock like any thread.
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

static pthread_mutex_t counts_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long requests, dumps;

static void dump(void) {
  pthread_mutex_lock(&counts_lock);
  dumps++;
  pthread_mutex_unlock(&counts_lock);
}

static void *signal_thread(void *arg) {
  int sig;
  if (sigwait(arg, &sig) == 0 && sig == SIGUSR2)
    dump();
  return NULL;
}

static void request(void) {
  pthread_mutex_lock(&counts_lock);
  requests++;
  pthread_mutex_unlock(&counts_lock);
}

int main(void) {
  static sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR2);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  pthread_t t;
  pthread_create(&t, NULL, signal_thread, &set);
  alarm(2);
  for (int i = 0; i < 100000; i++)
    request();
  pthread_kill(t, SIGUSR2);
  pthread_join(t, NULL);
  printf("%lu %lu\n", requests, dumps);
  return 0;
}
