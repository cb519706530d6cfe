// The objects themselves are not to be touched either.
// error: is_not_Send<ToyObject ?\*>
#include "../toy_interpreter.h"

int section(const Toy &toy, ToyObject *object) {
#ifdef RIGHT
  return toy.allow_threads([](int value) { return value; }, object->value);
#else
  return toy.allow_threads([](ToyObject *o) { return o->value; }, object);
#endif
}
int main() {}
