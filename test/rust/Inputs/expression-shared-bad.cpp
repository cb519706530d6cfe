// An expression whose parts are shared by Rc is computed by a thread.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <variant>

struct Expr;
struct Sum {
  rust::Rc<Expr> left, right;
};
struct Expr {
  std::variant<int, Sum> kind;
};

static int value(const Expr &expr) {
  if (auto *number = std::get_if<int>(&expr.kind))
    return *number;
  Sum sum = std::get<Sum>(expr.kind);
  return value(*sum.left) + value(*sum.right);
}

int main() {
  rust::Rc<Expr> one(Expr{1});
  Expr two{Sum{one, one}};
  std::thread worker( // ERROR
      [two = std::move(two)] { std::printf("%d\n", value(two)); });
  auto again = one;
  std::printf("%d\n", value(*again));
  worker.join();
}
