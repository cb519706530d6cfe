// The token says that the interpreter is held, which it then is not.
// error: is_not_Send<fearless::Interpreter<ToyBinding>
#include "../toy_interpreter.h"

void section(const Toy &toy) {
#ifdef RIGHT
  toy.allow_threads([] { auto again = Toy::acquire(); });
#else
  toy.allow_threads([](const Toy &) {}, toy);
#endif
}
int main() {}
