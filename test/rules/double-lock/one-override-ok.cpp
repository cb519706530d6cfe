// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>

class Sink {
public:
  virtual ~Sink() = default;
  void write(int value) {
    {
      std::lock_guard<std::mutex> lock(mu_);
      ++count_;
    }
    doWrite(value);
  }

protected:
  virtual void doWrite(int value) = 0;
  std::mutex mu_;
  int count_ = 0;
};

class Plain : public Sink {
  void doWrite(int) override {}
};

class Counting : public Sink {
  void doWrite(int value) override {
    std::lock_guard<std::mutex> lock(mu_);
    count_ += 2 * value;
  }
};

int main() {
  Plain plain;
  Counting counting;
  plain.write(1);
  counting.write(2);
}

// CHECK: 0 findings
