/** What an assessment finds: users, groups, attributes, collisions and obstacles. */
@NullMarked
package dev.sluice.migration.assess.found;

import org.jspecify.annotations.NullMarked;
