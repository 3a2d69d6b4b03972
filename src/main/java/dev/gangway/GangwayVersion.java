package dev.gangway;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar was built as. */
final class GangwayVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = GangwayVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Gangway " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
