// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <memory>
#include "../Inputs/capabilities.h"

struct Session { int id; void close(); };
class Server {
public:
  void shut() {
    {
      MutexLock lock(mu_);
      session_->close();
      (*spare_).id = 0;
    }
    session_ = nullptr;
  }

private:
  Mutex mu_;
  std::unique_ptr<Session> session_ PT_GUARDED_BY(mu_);
  std::unique_ptr<Session> spare_ PT_GUARDED_BY(mu_);
};
