// The drain detaches the whole list under the lock, and then walks and frees the nodes, which nobody else can reach.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct alarm_node {
  struct alarm_node *next;
  int code;
};

static pthread_mutex_t alarms_lock = PTHREAD_MUTEX_INITIALIZER;
static struct alarm_node *alarms;

static void raise_alarm(int code) {
  struct alarm_node *n = malloc(sizeof *n);
  n->code = code;
  pthread_mutex_lock(&alarms_lock);
  n->next = alarms;
  alarms = n;
  pthread_mutex_unlock(&alarms_lock);
}

static long drain(void) {
  long sum = 0;
  pthread_mutex_lock(&alarms_lock);
  struct alarm_node *n = alarms;
  alarms = NULL;
  pthread_mutex_unlock(&alarms_lock);
  while (n) {
    struct alarm_node *next = n->next;
    sum += n->code;
    free(n);
    n = next;
  }
  return sum;
}

static void *operator_desk(void *arg) {
  long *sum = arg;
  for (int i = 0; i < 200; i++)
    *sum += drain();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  long sum_a = 0, sum_b = 0;
  pthread_create(&a, NULL, operator_desk, &sum_a);
  pthread_create(&b, NULL, operator_desk, &sum_b);
  for (int i = 0; i < 200; i++)
    raise_alarm(i);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld\n", sum_a + sum_b + drain());
  return 0;
}
