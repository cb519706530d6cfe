// The token of one interpreter is none for the objects of another.
// error: the object belongs to another interpreter than the token
#include "../toy_interpreter.h"

struct OtherBinding : ToyBinding {};
#ifdef RIGHT
using Held = Toy;
#else
using Held = fearless::Interpreter<OtherBinding>;
#endif

int value(const Held &token, ToyObject *object) {
  return token.borrow(object).get()->value;
}
int main() {}
