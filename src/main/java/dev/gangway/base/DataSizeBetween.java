package dev.gangway.base;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Bounds a size of a configuration, so that a wrong one is refused as wrong numbers and durations are: with where it was set. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DataSizeBetween.Check.class)
public @interface DataSizeBetween {

    /** The least that is allowed, such as {@code 64KB}. */
    String least();

    /** The most that is allowed. */
    String most();

    String message() default "must be between {least} and {most}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is not set is allowed. */
    class Check implements ConstraintValidator<DataSizeBetween, DataSize> {

        private DataSize least = DataSize.ofBytes(0);
        private DataSize most = DataSize.ofBytes(0);

        @Override
        public void initialize(DataSizeBetween bounds) {
            least = DataSize.parse(bounds.least());
            most = DataSize.parse(bounds.most());
        }

        @Override
        public boolean isValid(@Nullable DataSize size, ConstraintValidatorContext context) {
            return size == null || (size.compareTo(least) >= 0 && size.compareTo(most) <= 0);
        }
    }
}
