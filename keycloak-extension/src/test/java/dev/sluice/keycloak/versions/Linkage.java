package dev.sluice.keycloak.versions;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What classes ask of others that these do not have. */
record Linkage(ClassFiles classes) {

  /** A line for each class, method or field that is missing, and who wants it. */
  Set<String> problems(List<String> users) {
    var problems = new TreeSet<String>();
    for (String name : users) {
      ClassModel user = classes.find(name).orElseThrow();
      StreamSupport.stream(user.constantPool().spliterator(), false)
          .flatMap(entry -> missing(entry).stream())
          .forEach(missing -> problems.add(name + " uses " + missing));
      unwritten(user).forEach(missing -> problems.add(name + " does not write " + missing));
    }
    return problems;
  }

  private Optional<String> missing(PoolEntry entry) {
    if (entry instanceof ClassEntry wanted) {
      return Optional.of(wanted.asInternalName())
          .filter(name -> !name.startsWith("[") && classes.find(name).isEmpty());
    }
    if (entry instanceof MemberRefEntry member) {
      String owner = member.owner().asInternalName();
      return owner.startsWith("[") || classes.find(owner).isEmpty() || has(owner, member)
          ? Optional.empty()
          : Optional.of(owner + "." + signature(member));
    }
    return Optional.empty();
  }

  private boolean has(String owner, MemberRefEntry wanted) {
    List<ClassModel> lineage = classes.lineage(owner);
    Stream<String> there =
        wanted instanceof FieldRefEntry
            ? lineage.stream().flatMap(c -> c.fields().stream()).map(Linkage::signature)
            : lineage.stream().flatMap(c -> c.methods().stream()).map(Linkage::signature);
    return there.anyMatch(signature(wanted)::equals);
  }

  /** The methods that a class of its kind must have and this one has not. */
  private Set<String> unwritten(ClassModel user) {
    if (user.flags().has(AccessFlag.ABSTRACT) || user.flags().has(AccessFlag.INTERFACE)) {
      return Set.of();
    }
    var demanded = new TreeSet<String>();
    var written = new HashSet<String>();
    for (ClassModel each : classes.lineage(user.thisClass().asInternalName())) {
      each.methods()
          .forEach(method ->
              (method.flags().has(AccessFlag.ABSTRACT) ? demanded : written)
                  .add(signature(method)));
    }
    demanded.removeAll(written);
    return demanded;
  }

  private static String signature(MemberRefEntry member) {
    return member.name().stringValue() + member.type().stringValue();
  }

  private static String signature(MethodModel method) {
    return method.methodName().stringValue() + method.methodType().stringValue();
  }

  private static String signature(FieldModel field) {
    return field.fieldName().stringValue() + field.fieldType().stringValue();
  }
}
