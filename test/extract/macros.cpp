// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A fact from a macro stands where the macro is used, and tells where the text
// is. Lines that #line makes up are not believed.
struct Mutex { void lock(); } mu;
#define LOCK(m) (m).lock()
#define ENTER LOCK(mu)
void use() {
  LOCK(mu);
  ENTER;
#line 900 "elsewhere.cpp"
  mu.lock();
}
// CHECK-LABEL: body use
// CHECK: call Mutex::lock(&@mu){{.*}} from :5:21 :8:3
// CHECK: call Mutex::lock(&@mu){{.*}} from :5:21 :9:3
// CHECK: call Mutex::lock(&@mu){{.*}} :11:6
