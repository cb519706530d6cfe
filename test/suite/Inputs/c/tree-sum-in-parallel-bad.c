// Both subtrees are summed at once, and both recursions add into the same variable.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct tree {
  struct tree *left, *right;
  long value;
};

struct visit {
  const struct tree *root;
  int depth;
  long *sum;
};

static struct tree *build(int depth) {
  struct tree *t = calloc(1, sizeof *t);
  t->value = depth;
  if (depth > 0) {
    t->left = build(depth - 1);
    t->right = build(depth - 1);
  }
  return t;
}

static void *sum_tree(void *arg) {
  struct visit *v = arg;
  if (!v->root)
    return NULL;
  struct visit left = {v->root->left, v->depth + 1, v->sum};
  struct visit right = {v->root->right, v->depth + 1, v->sum};
  pthread_t t;
  int threaded = v->depth < 2 && pthread_create(&t, NULL, sum_tree, &left) == 0;
  if (!threaded)
    sum_tree(&left);
  sum_tree(&right);
  if (threaded)
    pthread_join(t, NULL);
  *v->sum += v->root->value; // RACE
  return NULL;
}

static void free_tree(struct tree *t) {
  if (!t)
    return;
  free_tree(t->left);
  free_tree(t->right);
  free(t);
}

int main(void) {
  struct tree *t = build(10);
  long sum = 0;
  struct visit all = {t, 0, &sum};
  sum_tree(&all);
  printf("%ld\n", sum);
  free_tree(t);
  return 0;
}
