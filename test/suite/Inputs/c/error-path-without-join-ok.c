// Every way out of the function joins the threads that were started.
#include <pthread.h>
#include <stdio.h>

struct pair {
  long left, right;
};

static void *sum_left(void *arg) {
  struct pair *p = arg;
  for (int i = 0; i < 1000; i++)
    p->left += i;
  return NULL;
}

static void *sum_right(void *arg) {
  struct pair *p = arg;
  for (int i = 0; i < 1000; i++)
    p->right += 2 * i;
  return NULL;
}

static int both(long *result) {
  struct pair p = {0, 0};
  pthread_t l, r;
  if (pthread_create(&l, NULL, sum_left, &p) != 0)
    return -1;
  if (pthread_create(&r, NULL, sum_right, &p) != 0) {
    pthread_join(l, NULL);
    return -1;
  }
  pthread_join(l, NULL);
  pthread_join(r, NULL);
  *result = p.left + p.right;
  return 0;
}

int main(void) {
  long result = 0;
  if (both(&result) == 0)
    printf("%ld\n", result);
  return 0;
}
