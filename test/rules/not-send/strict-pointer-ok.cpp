// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// An owner does; so does a pointer to what nobody may change.
#include <memory>
#include <thread>
struct Job {
  int Size = 0;
};
static int run(const Job *J) { return J->Size; }
static const Job Usual;
int main() {
  auto J = std::make_unique<Job>();
  const Job *Const = &Usual;
  std::thread Other([J = std::move(J), Const] { run(J.get()), run(Const); });
  Other.join();
}
