// More than three functions without the lock: the last report counts them.
#include <mutex>
class Gauge {
public:
  void set(int To) {
    std::lock_guard<std::mutex> Guard(Mu);
    Value = To;
  }
  int a() const { return Value; }
  int b() const { return Value + 1; }
  int c() const { return Value + 2; }
  int d() const { return Value + 3; }
  int e() const { return Value + 4; }

private:
  mutable std::mutex Mu;
  int Value = 0;
};
int use(Gauge &G) {
  G.set(1);
  return G.a() + G.b() + G.c() + G.d() + G.e();
}
