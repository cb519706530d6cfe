#pragma once
#include <memory>
class Session {
public:
  Session();
  Session(const Session &);
  ~Session();
  int size() const;

private:
  struct Impl;
  std::unique_ptr<Impl> Data;
};
