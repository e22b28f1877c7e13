package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.AssessmentText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.Affected;
import dev.sluice.migration.assess.found.AffectedUsers;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.Obstacle;
import dev.sluice.migration.assess.found.Obstacles;
import java.util.List;

/** The users that would be rejected. */
final class ObstaclesPart {
  private static final int EXAMPLES = 20;

  private ObstaclesPart() {}

  static Part of(Assessment assessment) {
    Obstacles obstacles = assessment.obstacles();
    Tag body =
        Tag.of("div")
            .add(
                Tag.of(
                    "p",
                    obstacles.users() == 0
                        ? "None, as far as this assessment can tell."
                        : Words.of("%,d users cannot be moved as they are.", obstacles.users())));
    if (assessment.target().isEmpty()) {
      body.add(Tables.note("No target is configured, so its limits were not checked."));
    }
    obstacles.all().keySet().forEach(obstacle -> body.add(one(obstacles, obstacle)));
    Contested contested = assessment.contested();
    body.add(contested("Come without an address of another's", contested.withoutAddress()))
        .add(contested("Profiles of people who have another one", contested.merged()))
        .add(contested("Addresses that are another's username", contested.addressIsUsername()));
    return new Part("rejected", "Users that would be rejected", body);
  }

  private static List<Tag> contested(String title, AffectedUsers users) {
    if (users.users() == 0) {
      return List.of();
    }
    Tag people = Tag.of("ul").styled("people");
    users.examples().stream().limit(EXAMPLES).forEach(user -> people.add(item(user)));
    return List.of(Tables.more(Words.of("%s (not rejected): %,d", title, users.users()), people));
  }

  private static Tag item(Affected user) {
    return Tag.of("li").add(Tables.foreign(AssessmentText.names(user)));
  }

  private static Tag one(Obstacles obstacles, Obstacle obstacle) {
    Tag people = Tag.of("ul").styled("people");
    obstacles.examples(obstacle).forEach(user -> people.add(item(user)));
    long users = obstacles.all().getOrDefault(obstacle, 0L);
    return Tag.of("div")
        .styled("obstacle")
        .add(
            Tag.of("h3")
                .add(Tables.foreign(Words.obstacle(obstacle)))
                .text(users == 1 ? ": 1 user" : Words.of(": %,d users", users)),
            Tag.of("p").text("What to do: " + Words.remedy(obstacle) + "."),
            Tables.more("Examples", people));
  }
}
