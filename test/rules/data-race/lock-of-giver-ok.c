// RUN: %fearless check %s -- 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each account is locked while it is changed.
#include <pthread.h>

struct account {
  pthread_mutex_t lock;
  long balance;
};
static struct account all[4];

static void move(int from, int to) {
  pthread_mutex_lock(&all[from].lock);
  all[from].balance--;
  pthread_mutex_unlock(&all[from].lock);
  pthread_mutex_lock(&all[to].lock);
  all[to].balance++;
  pthread_mutex_unlock(&all[to].lock);
}

static void *clerk(void *arg) {
  int desk = *(int *)arg;
  for (int i = 0; i < 50; i++)
    move(desk, (desk + 1) % 4);
  return 0;
}

int main(void) {
  pthread_t t[4];
  int desks[4] = {0, 1, 2, 3};
  for (int i = 0; i < 4; i++)
    pthread_mutex_init(&all[i].lock, 0);
  for (int i = 0; i < 4; i++)
    pthread_create(&t[i], 0, clerk, &desks[i]);
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return all[0].balance > 0;
}
