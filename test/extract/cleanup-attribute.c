// RUN: %fearless facts --dump %s -- -std=gnu11 | FileCheck %s
// A variable's cleanup function is called wherever its scope is left.
void give_back(int **p);
int *take(int which);
int use(int which) {
  __attribute__((cleanup(give_back))) int *mine = take(which);
  if (which > 3)
    return 1;
  return *mine;
}
