// A function that only sets what is there to something else does not make the
// object ready: others may be at it.
#include <pthread.h>
#include <stdlib.h>
struct meter {
  pthread_mutex_t mu;
  long sum, count, last;
  const char *unit;
};
void meter_add(struct meter *m, long value) {
  pthread_mutex_lock(&m->mu);
  m->sum += value;
  m->count++;
  m->last = value;
  pthread_mutex_unlock(&m->mu);
}
void meter_rename(struct meter *m, const char *unit) {
  pthread_mutex_lock(&m->mu);
  m->unit = unit;
  pthread_mutex_unlock(&m->mu);
}
void meter_reset(struct meter *m) {
  m->sum = 0;
  m->count = 0;
  m->last = 0;
}
void meter_set_unit(struct meter *m, const char *unit) { m->unit = unit; }
