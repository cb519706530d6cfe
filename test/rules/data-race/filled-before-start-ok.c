// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each job is filled in before its thread starts, beside those of earlier rounds.
#include <pthread.h>

struct job {
  int number;
  int result;
};

static void *work(void *arg) {
  struct job *j = arg;
  j->result = 2 * j->number;
  return 0;
}

int main(void) {
  static struct job jobs[4];
  pthread_t t[4];
  for (int i = 0; i < 4; i++) {
    jobs[i].number = i;
    pthread_create(&t[i], 0, work, &jobs[i]);
  }
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return jobs[3].result;
}
