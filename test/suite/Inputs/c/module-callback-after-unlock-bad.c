// The notification is sent after the unlock, as it should be, but reads the listener from the guarded object there.
#include <pthread.h>
#include <stddef.h>

typedef void (*listener_fn)(void *, double);

struct thermostat {
  pthread_mutex_t mutex;
  double target;
  double measured;
  listener_fn listener;
  void *listener_data;
};

void thermostat_init(struct thermostat *t, double target) {
  pthread_mutex_init(&t->mutex, NULL);
  t->target = target;
  t->measured = target;
  t->listener = NULL;
  t->listener_data = NULL;
}

void thermostat_listen(struct thermostat *t, listener_fn fn, void *data) {
  pthread_mutex_lock(&t->mutex);
  t->listener = fn; // RACE
  t->listener_data = data; // RACE
  pthread_mutex_unlock(&t->mutex);
}

void thermostat_set_target(struct thermostat *t, double target) {
  pthread_mutex_lock(&t->mutex);
  t->target = target;
  pthread_mutex_unlock(&t->mutex);
}

void thermostat_measure(struct thermostat *t, double measured) {
  pthread_mutex_lock(&t->mutex);
  t->measured = measured;
  double off = measured - t->target;
  int interested = t->listener != NULL;
  pthread_mutex_unlock(&t->mutex);
  if (interested && (off > 1 || off < -1))
    t->listener(t->listener_data, off); // RACE
}

double thermostat_measured(struct thermostat *t) {
  pthread_mutex_lock(&t->mutex);
  double measured = t->measured;
  pthread_mutex_unlock(&t->mutex);
  return measured;
}
