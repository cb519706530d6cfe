#pragma once

#include <functional>
#include <string>

struct Task {
  std::string name;
  int priority = 0;
  std::function<void()> run;
};
