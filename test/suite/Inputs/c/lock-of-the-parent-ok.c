// A child's total is guarded by its parent's lock, which every function reaches through the child.
#include <pthread.h>
#include <stdio.h>

struct family {
  pthread_mutex_t lock;
  long allowance;
};

struct child {
  struct family *parent;
  pthread_mutex_t toys_lock;
  int toys;
  long savings;
};

static void child_pay(struct child *c, long amount) {
  pthread_mutex_lock(&c->parent->lock);
  c->parent->allowance -= amount;
  c->savings += amount;
  pthread_mutex_unlock(&c->parent->lock);
}

static int child_buy(struct child *c, long price) {
  int bought = 0;
  pthread_mutex_lock(&c->parent->lock);
  if (c->savings >= price) {
    c->savings -= price;
    bought = 1;
  }
  pthread_mutex_unlock(&c->parent->lock);
  if (bought) {
    pthread_mutex_lock(&c->toys_lock);
    c->toys++;
    pthread_mutex_unlock(&c->toys_lock);
  }
  return bought;
}

static void *shopping(void *arg) {
  for (int i = 0; i < 300; i++)
    child_buy(arg, 3);
  return NULL;
}

int main(void) {
  static struct family f = {PTHREAD_MUTEX_INITIALIZER, 1000};
  static struct child c = {&f, PTHREAD_MUTEX_INITIALIZER, 0, 0};
  pthread_t t;
  pthread_create(&t, NULL, shopping, &c);
  for (int i = 0; i < 300; i++)
    child_pay(&c, 2);
  pthread_join(t, NULL);
  printf("%d toys, %ld left\n", c.toys, c.savings);
  return 0;
}
