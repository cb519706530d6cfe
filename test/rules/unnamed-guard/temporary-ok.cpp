// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same guards with names.
#include <mutex>
static std::mutex mu;
static int balance;

void parentheses(int n) {
  std::lock_guard<std::mutex> hold(mu);
  balance += n;
}

void braces(int n) {
  std::lock_guard<std::mutex> hold{mu};
  balance += n;
}

void scoped(int n) {
  std::scoped_lock hold{mu};
  balance += n;
}

void unique(int n) {
  std::unique_lock<std::mutex> hold{mu};
  balance += n;
}
