// Both subtrees are summed at once, each into the sum of its own visit, and the sums are added after the join.
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
  long sum;
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
  struct visit left = {v->root->left, v->depth + 1, 0};
  struct visit right = {v->root->right, v->depth + 1, 0};
  pthread_t t;
  int threaded = v->depth < 2 && pthread_create(&t, NULL, sum_tree, &left) == 0;
  if (!threaded)
    sum_tree(&left);
  sum_tree(&right);
  if (threaded)
    pthread_join(t, NULL);
  v->sum = left.sum + right.sum + v->root->value;
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
  struct visit all = {t, 0, 0};
  sum_tree(&all);
  printf("%ld\n", all.sum);
  free_tree(t);
  return 0;
}
