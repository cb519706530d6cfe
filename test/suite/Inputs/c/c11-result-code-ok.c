// With C11 threads: the thread's result code arrives through thrd_join, after which its struct may be read too.
#include <stdio.h>
#include <threads.h>

struct task {
  int input;
  int output;
};

static struct task task = {.input = 12};

static int factorial(void *arg) {
  struct task *t = arg;
  int product = 1;
  for (int i = 2; i <= t->input; i++)
    product *= i;
  t->output = product;
  return product > 0 ? thrd_success : thrd_error;
}

int main(void) {
  thrd_t t;
  int rc = thrd_success;
  if (thrd_create(&t, factorial, &task) != thrd_success)
    return 1;
  thrd_join(t, &rc);
  if (rc == thrd_success)
    printf("%d\n", task.output);
  return 0;
}
