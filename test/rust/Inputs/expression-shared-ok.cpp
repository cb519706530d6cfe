// An expression whose parts are shared by shared_ptr is computed by a thread.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>
#include <variant>

struct Expr;
struct Sum {
  std::shared_ptr<const Expr> left, right;
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
  auto one = std::make_shared<const Expr>(Expr{1});
  Expr two{Sum{one, one}};
  std::thread worker(
      [two = std::move(two)] { std::printf("%d\n", value(two)); });
  auto again = one;
  std::printf("%d\n", value(*again));
  worker.join();
}
