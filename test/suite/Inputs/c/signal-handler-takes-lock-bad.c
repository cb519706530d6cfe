// The handler locks the mutex that main may hold at the moment of the signal, and then waits for itself.
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

static pthread_mutex_t counts_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long requests, dumps;

static void dump(void) {
  pthread_mutex_lock(&counts_lock); // RACE
  dumps++; // RACE
  pthread_mutex_unlock(&counts_lock); // RACE
}

static void on_timer(int sig) {
  (void)sig;
  dump(); // RACE
}

static void request(void) {
  pthread_mutex_lock(&counts_lock); // RACE
  requests++;
  pthread_mutex_unlock(&counts_lock);
}

int main(void) {
  struct sigaction sa = {.sa_handler = on_timer};
  struct itimerval soon = {.it_value = {.tv_sec = 0, .tv_usec = 1000}};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGVTALRM, &sa, NULL); // RACE
  setitimer(ITIMER_VIRTUAL, &soon, NULL);
  alarm(2);
  for (int i = 0; i < 100000; i++)
    request();
  printf("%lu %lu\n", requests, dumps);
  return 0;
}
