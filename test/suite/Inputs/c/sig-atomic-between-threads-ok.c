// The signal handler sets a volatile sig_atomic_t for its own thread, which passes it on to the worker through an atomic.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>

static volatile sig_atomic_t interrupted;
static atomic_int quit;

static void on_int(int sig) {
  (void)sig;
  interrupted = 1;
}

static void *work(void *unused) {
  (void)unused;
  unsigned long rounds = 0;
  while (!atomic_load(&quit))
    rounds++;
  printf("%d\n", rounds > 0);
  return NULL;
}

int main(void) {
  pthread_t t;
  sigset_t mask;
  struct sigaction sa = {.sa_handler = on_int};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGINT, &sa, NULL);
  sigemptyset(&mask);
  sigaddset(&mask, SIGINT);
  pthread_sigmask(SIG_BLOCK, &mask, NULL);
  pthread_create(&t, NULL, work, NULL);
  pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
  raise(SIGINT);
  if (interrupted)
    atomic_store(&quit, 1);
  pthread_join(t, NULL);
  return 0;
}
