// The handler calls only write, which is async-signal-safe, and keeps errno as it was.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static void on_profile(int sig) {
  static const char text[] = "signal\n";
  int saved = errno;
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
    _exit(sig);
  errno = saved;
}

int main(void) {
  struct sigaction sa;
  struct itimerval soon = {.it_value = {.tv_sec = 0, .tv_usec = 1000}};
  memset(&sa, 0, sizeof sa);
  sa.sa_handler = on_profile;
  sigaction(SIGVTALRM, &sa, NULL);
  setitimer(ITIMER_VIRTUAL, &soon, NULL);
  alarm(2);
  for (int i = 0; i < 20000; i++) {
    char *p = malloc((size_t)i + 1);
    p[0] = (char)i;
    printf("%d\n", p[0]);
    free(p);
  }
  return 0;
}
