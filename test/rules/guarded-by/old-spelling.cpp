// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#define ATTR(x) __attribute__((x))
class ATTR(lockable) Mutex {
public:
  void Lock() ATTR(exclusive_lock_function());
  void Unlock() ATTR(unlock_function());
};
Mutex mu;
int any ATTR(guarded_var);
int *pointee ATTR(pt_guarded_var);
int value ATTR(guarded_by(mu));
void set() {
  any = 1;
  *pointee = 1;
  value = 1;
}

// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'any' is written here without holding any lock [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'any' is declared here to be guarded{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: lock a lock before{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: what 'pointee' points to is written here without holding any lock [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'pointee' is declared here to be guarded{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: lock a lock before{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'value' is written here without holding 'mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'value' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}old-spelling.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: lock 'mu' before, or declare 'set' to require it, if its callers hold it{{$}}
