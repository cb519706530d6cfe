#include "log.h"

#include <pthread.h>
#include <stdio.h>

/* Lock order: log_lock before count_lock. */
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t count_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long lines;
static int last_number;
static unsigned long now;

void log_line(const char *text, int number) {
  pthread_mutex_lock(&log_lock);
  fprintf(stderr, "%6lu %s %d\n", ++now, text, number);
  pthread_mutex_lock(&count_lock);
  ++lines;
  last_number = number;
  pthread_mutex_unlock(&count_lock);
  pthread_mutex_unlock(&log_lock);
}

unsigned long log_lines(int *last) {
  unsigned long n;
  pthread_mutex_lock(&log_lock);
  pthread_mutex_lock(&count_lock);
  n = lines;
  *last = last_number;
  pthread_mutex_unlock(&count_lock);
  pthread_mutex_unlock(&log_lock);
  return n;
}

int log_last(void) {
  int last;
  pthread_mutex_lock(&count_lock);
  last = last_number;
  pthread_mutex_unlock(&count_lock);
  return last;
}
