#pragma once

#include <mutex>
#include <string>

/// One account. Its balance is touched only with its own lock held.
class Account {
public:
  Account(int id, std::string owner, long cents)
      : id_(id), owner_(std::move(owner)), cents_(cents) {}

  int id() const { return id_; }
  const std::string &owner() const { return owner_; }

  long balance() const;
  void deposit(long cents);
  bool withdraw(long cents);
  void freeze();

  /// Moves money between two accounts, in whatever order they are given.
  static bool transfer(Account &from, Account &to, long cents);

  /// The same without a helper of the library: the lower id first.
  static bool transferOrdered(Account &from, Account &to, long cents);

private:
  static bool moveLocked(Account &from, Account &to, long cents);

  const int id_;
  const std::string owner_;
  mutable std::mutex mu_;
  long cents_;
  bool frozen_ = false;
};
